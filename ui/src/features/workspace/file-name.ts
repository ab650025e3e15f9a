/** A file name made from an organisation's name: what every file system takes, in lower case. */
export function fileNameFor(organisation: string): string {
  const plain = organisation
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain === '' ? 'workspace' : plain}.cairn`;
}
