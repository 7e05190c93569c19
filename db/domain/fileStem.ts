/**
 * A title as the name of a file, without extension: one name, never a way to another folder. Signs that a file system
 * reads as more than letters become a hyphen, and names that Windows keeps for devices get one.
 */
export function fileStem(title: string): string {
  const stem = title
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, '-')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[.\s-]+/, '')
    .slice(0, 80)
    .replace(/[.\s-]+$/, '')
  if (stem === '') return 'export'
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(stem) ? `-${stem}` : stem
}
