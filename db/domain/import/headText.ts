/** A head without white space, its unit and what stands in brackets; 完成（%） stays 完成%, no 完成. */
export function bareHead(head: string): string {
  return bare(head)
    .replaceAll(/[（(]%[）)]/g, '%')
    .replaceAll(/[（(【[][^）)】\]]*[）)】\]]/g, '')
    .replaceAll(/[:：*＊]/g, '')
    .toLowerCase()
}

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '')
}
