/** What the bar at the top of a demo page sets. Kept in the page's URL, so that a state can be linked to. */
export interface Settings {
  readonly as: string;
  readonly lang: string;
  readonly dir: string;
  readonly theme: string;
  readonly look: string;
  readonly count: string;
  readonly scenario: string;
}

/** Wires the bar: the page's language, direction and theme at once, the rest through `connect`. */
export function controls(
  {
    as: roles,
    scenario: scenarios,
  }: { readonly as: readonly string[]; readonly scenario: readonly string[] },
  connect: (settings: Settings) => Promise<void>,
): void {
  const form = document.querySelector<HTMLFormElement>('#controls')!;
  const offer = (name: string, values: readonly string[]): void => {
    const field = form.querySelector<HTMLSelectElement>(`[name=${name}]`)!;
    for (const value of values) field.append(new Option(value.replace(/-/g, ' '), value));
  };
  offer('as', roles);
  offer('scenario', scenarios);
  const url = new URL(location.href);
  for (const field of form.querySelectorAll('select')) {
    const stored = url.searchParams.get(field.name);
    if (stored !== null && [...field.options].some(({ value }) => value === stored))
      field.value = stored;
  }
  const apply = (changed?: HTMLSelectElement): void => {
    const settings = Object.fromEntries(new FormData(form)) as unknown as Settings;
    document.documentElement.lang = settings.lang;
    document.documentElement.dir = settings.dir;
    for (const heading of document.querySelectorAll<HTMLElement>('[data-en]')) {
      heading.textContent = heading.dataset[settings.lang] ?? '';
    }
    document.documentElement.dataset['theme'] = settings.theme;
    document.documentElement.dataset['look'] = settings.look;
    if (!changed || ['as', 'count', 'scenario'].includes(changed.name)) void connect(settings);
  };
  form.addEventListener('change', (event) => {
    const field = event.target as HTMLSelectElement;
    const here = new URL(location.href);
    here.searchParams.set(field.name, field.value);
    history.replaceState(history.state, '', here);
    apply(field);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
}
