/**
 * What spreadsheets put on the clipboard as HTML, for the same four rows: heads, a figure of which only the rounding is
 * seen, one seen in 万, and a day seen without its year. LibreOffice's is its own output, shortened; the others keep the
 * marks of theirs.
 */
export const clipboardHtml = {
  libreOffice: `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<style type="text/css">body,div,table,td,p { font-family:"Calibri"; font-size:x-small }</style></head><body>
<table cellspacing="0" border="0"><colgroup span="5" width="80"></colgroup>
<tr><td height="20" align="left" valign=bottom><font face="DejaVu Sans" color="#000000">付款日期</font></td><td>收款单位</td><td>摘要</td><td>付款金额（元）</td></tr>
<tr><td align="right" sdval="45356" sdnum="1033;0;M&quot;月&quot;D&quot;日&quot;"><font color="#000000">3月5日</font></td><td>甲公司</td><td>进度款</td><td align="right" sdval="1234.56" sdnum="1033;0;#,##0"><font color="#000000">1,235</font></td></tr>
<tr><td align="right" sdval="45357" sdnum="1033;0;YYYY-MM-DD">2024-03-06</td><td>乙公司<br>二部</td><td>监理费</td><td align="right" sdval="12345.67" sdnum="1033;0;0.0,"><font color="#000000">12.3</font></td></tr>
</table></body></html>`,
  wps: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"><head><meta name="ProgId" content="Excel.Sheet"/><meta name="Generator" content="WPS Office ET"/>
<style><!-- .et3{mso-number-format:"#,##0";color:#000000;} .et4{mso-number-format:"m\\0022月\\0022d\\0022日\\0022";} --></style></head>
<body><!--StartFragment--><table width="288.00" border="0" cellpadding="0" cellspacing="0" style='width:216.00pt;border-collapse:collapse;table-layout:fixed;'>
<col width="72.00" span="4" style='width:54.00pt;'/>
<tr height="18.00" style='height:13.50pt;'><td class="et2" height="18.00" x:str>付款日期</td><td class="et2" x:str>收款单位</td><td class="et2" x:str>摘要</td><td class="et2" x:str>付款金额（元）</td></tr>
<tr height="18.00"><td class="et4" align="right" x:num="45356">3月5日</td><td x:str>甲公司</td><td x:str>进度款</td><td class="et3" align="right" x:num="1234.56">1,235</td></tr>
<tr height="18.00"><td align="right" x:num="45357">2024/3/6</td><td x:str>乙公司<br/>二部</td><td x:str>监理费</td><td align="right" x:num="12345.67">1.2万</td></tr>
</table><!--EndFragment--></body></html>`,
  googleSheets: `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1"><colgroup><col width="100"/><col width="100"/><col width="100"/><col width="100"/></colgroup><tbody>
<tr style="height:21px;"><td data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;付款日期&quot;}">付款日期</td><td>收款单位</td><td>摘要</td><td>付款金额（元）</td></tr>
<tr style="height:21px;"><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:45356}" data-sheets-numberformat="{&quot;1&quot;:5,&quot;2&quot;:&quot;M\\&quot;月\\&quot;d\\&quot;日\\&quot;&quot;}">3月5日</td><td>甲公司</td><td>进度款</td><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:1234.56}">1,235</td></tr>
<tr style="height:21px;"><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:45357}">2024-03-06</td><td>乙公司<br/>二部</td><td>监理费</td><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:12345.67}">12,346</td></tr>
</tbody></table>`,
  /** Of today's Excel: what is seen, and nothing of what it holds. */
  excel: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet><meta name=Generator content="Microsoft Excel 15">
<style><!--table {mso-displayed-decimal-separator:"\\.";} .xl65 {mso-number-format:"\\#\\,\\#\\#0";} .xl66 {mso-number-format:"Short Date";} .xl67 {mso-number-format:"\\@";} --></style></head>
<body link="#0563C1" vlink="#954F72"><table border=0 cellpadding=0 cellspacing=0 width=288 style='border-collapse:collapse;width:216pt'>
<!--StartFragment-->
 <col width=72 span=2 style='width:54pt'><col width=0 style='display:none;mso-width-source:userset;mso-width-alt:0'><col width=72 style='width:54pt'>
 <tr height=20 style='height:15.0pt'><td height=20 width=72 style='height:15.0pt;width:54pt'>付款日期</td><td width=72>收款单位</td><td width=0>摘要</td><td width=72>付款金额（元）</td></tr>
 <tr height=20 style='height:15.0pt'><td height=20 class=xl66 align=right style='height:15.0pt'>2024/3/5</td><td>甲公司</td><td>进度款</td><td class=xl65 align=right>1,235</td></tr>
 <tr height=20 style='display:none;height:15.0pt'><td height=20 class=xl66 align=right style='height:15.0pt'>2024/3/6</td><td>乙公司<br>
  二部</td><td>监理费</td><td class=xl65 align=right>12,346</td></tr>
<!--EndFragment-->
</table></body></html>`,
} as const

/** As text, which every spreadsheet puts beside the HTML: figures as they are seen. */
export const clipboardText =
  '付款日期\t收款单位\t摘要\t付款金额（元）\n2024/3/5\t甲公司\t进度款\t1,235\n2024/3/6\t"乙公司\n二部"\t监理费\t12,346\n'
