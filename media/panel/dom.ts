type Child = Node | string | null;
type Properties<Tag extends keyof HTMLElementTagNameMap> = Partial<Omit<HTMLElementTagNameMap[Tag], 'style' | 'dataset' | 'children'>> & {
  readonly aria?: Readonly<Record<string, string>>;
};

/** Makes an element with properties, `aria-…` attributes and children; a null child is left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { aria, ...properties }: Properties<Tag> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(aria ?? {})) made.setAttribute(`aria-${name}`, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A drop-down list; `choose` gets the value taken. */
export function dropDown(
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  value: string,
  choose: (value: string) => void,
): HTMLElement {
  const select = element(
    'select',
    { aria: { label } },
    ...options.map(([of, text]) => element('option', { value: of, textContent: text, selected: of === value })),
  );
  select.addEventListener('change', () => choose(select.value));
  return element('label', { className: 'field' }, element('span', { textContent: label }), select);
}

/** A drop-down list in groups; those without a label stand by themselves, those without options are left out. */
export function groupedDropDown(
  label: string,
  groups: readonly { readonly label: string; readonly options: readonly (readonly [value: string, label: string])[] }[],
  value: string,
  choose: (value: string) => void,
): HTMLElement {
  const listed = groups.flatMap((group) => {
    const options = group.options.map(([of, text]) => element('option', { value: of, textContent: text, selected: of === value }));
    if (group.label === '' || options.length === 0) return options;
    return [element('optgroup', { label: group.label }, ...options)];
  });
  const select = element('select', { aria: { label } }, ...listed);
  select.addEventListener('change', () => choose(select.value));
  return element('label', { className: 'field' }, element('span', { textContent: label }), select);
}

/** A check box with its label. */
export function checkBox(label: string, checked: boolean, change: (checked: boolean) => void): HTMLElement {
  const box = element('input', { type: 'checkbox', checked });
  box.addEventListener('change', () => change(box.checked));
  return element('label', { className: 'check' }, box, element('span', { textContent: label }));
}

/** A button that looks like a link. */
export function linkButton(text: string, title: string, press: () => void): HTMLElement {
  const button = element('button', { type: 'button', className: 'link', textContent: text, title });
  button.addEventListener('click', press);
  return button;
}
