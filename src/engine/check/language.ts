/** Languages that losses are written in. */
export type Language = 'python' | 'loss' | 'markdown' | 'notebook';

const BY_EXTENSION: Readonly<Record<string, Language>> = {
  py: 'python',
  pyi: 'python',
  pyw: 'python',
  loss: 'loss',
  md: 'markdown',
  markdown: 'markdown',
  ipynb: 'notebook',
};

/** Language of a file by its name, or null. */
export function languageOf(path: string): Language | null {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return (extension && BY_EXTENSION[extension]) || null;
}

/** Whether a name is one of the languages. */
export function isLanguage(name: string): name is Language {
  return name === 'python' || name === 'loss' || name === 'markdown' || name === 'notebook';
}
