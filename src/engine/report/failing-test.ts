/** A reproducer as a test for pytest: its imports, then one function that fails until the loss is repaired. */
export function failingTest(reproducer: string, code: string, loss: string): string {
  const [imports = '', ...rest] = reproducer.trimEnd().split('\n\n');
  const body = rest
    .join('\n\n')
    .split('\n')
    .filter((line) => !/^print\(.*\)$/.test(line))
    .map((line) => (line === '' ? '' : `    ${line}`));
  return `${imports}\n\n\ndef test_${identifier(loss)}_${identifier(code.split('/').at(-1) ?? code)}():\n${body.join('\n')}\n`;
}

function identifier(text: string): string {
  return text.replace(/\W+/g, '_').toLowerCase();
}
