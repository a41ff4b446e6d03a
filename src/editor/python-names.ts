/** Canonical dotted names by the name a Python text uses for them: `F` is `torch.nn.functional`. Read by pattern, so that half a file will do. */
export function importedNames(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [, modules, origin, bracketed, members] of uncommented(text).matchAll(IMPORT)) {
    for (const { name, as } of listed(modules)) {
      if (as) names.set(as, name);
      else names.set(rootOf(name), rootOf(name));
    }
    for (const { name, as } of listed(bracketed ?? members)) names.set(as ?? name, `${origin}.${name}`);
  }
  return names;
}

const IMPORT = /^[ \t]*(?:import[ \t]+([\w.,\t ]+)|from[ \t]+([\w.]+)[ \t]+import[ \t]+(?:\(([\w\s,]+)\)|([\w,\t ]+)))/gm;

/** A text without comments; lines that a backslash continues are one. */
function uncommented(text: string): string {
  return text.replace(/#.*$/gm, '').replace(/\\\r?\n/g, ' ');
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
