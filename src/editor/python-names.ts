/** Canonical dotted names by the name a Python text uses for them: `F` is `torch.nn.functional`. Read line by line, so that half a file will do. */
export function importedNames(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const modules = /^\s*import\s+([\w.,\s]+)$/.exec(line)?.[1];
    const [, origin, members] = /^\s*from\s+([\w.]+)\s+import\s+\(?([\w.,\s]+)\)?/.exec(line) ?? [];
    for (const { name, as } of listed(modules)) {
      if (as) names.set(as, name);
      else names.set(rootOf(name), rootOf(name));
    }
    for (const { name, as } of listed(members)) names.set(as ?? name, `${origin}.${name}`);
  }
  return names;
}

/** The canonical name of a dotted name as a text writes it; undefined where it starts with nothing that was imported. */
export function canonicalName(written: string, names: ReadonlyMap<string, string>): string | undefined {
  const root = names.get(rootOf(written));
  return root === undefined ? undefined : `${root}${written.slice(rootOf(written).length)}`;
}

function listed(list: string | undefined): { readonly name: string; readonly as: string | undefined }[] {
  return (list ?? '').split(',').flatMap((item) => {
    const [name, word, as] = item.trim().split(/\s+/);
    return name ? [{ name, as: word === 'as' ? as : undefined }] : [];
  });
}

function rootOf(dotted: string): string {
  return dotted.split('.')[0] ?? dotted;
}
