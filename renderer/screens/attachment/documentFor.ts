/** Which document a file is likely to be: the one whose name stands in the file's own; else the fallback. */
export function documentFor(
  fileName: string,
  documents: readonly string[],
  fallback: string | null,
): string | null {
  const plain = fileName.normalize('NFKC').toLowerCase()
  return documents.find((document) => plain.includes(document.toLowerCase())) ?? fallback
}
