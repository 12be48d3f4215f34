import { expect, userEvent, waitFor } from 'storybook/test';

/** What a person at the screen does in a story, in whichever language it is looked at. */

/** The shadow root of the story's element. */
export async function rootOf(canvasElement: HTMLElement, tag: string): Promise<ShadowRoot> {
  return waitFor(() => {
    const root = canvasElement.querySelector(tag)?.shadowRoot;
    if (!root) throw new Error(`There is no <${tag}>.`);
    return root;
  });
}

/** The first that fits, once it is there. */
export async function find<E extends HTMLElement = HTMLElement>(
  root: ParentNode,
  selector: string,
): Promise<E> {
  return waitFor(() => {
    const found = root.querySelector<E>(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  });
}

export async function click(root: ParentNode, selector: string): Promise<HTMLElement> {
  const element = await find(root, selector);
  await userEvent.click(element);
  return element;
}

/** Waits until nothing fits any more. */
export async function gone(root: ParentNode, selector: string): Promise<void> {
  await waitFor(() => expect(root.querySelector(selector)).toBeNull());
}

/** The table, with its people there. */
export async function table(canvasElement: HTMLElement): Promise<ShadowRoot> {
  const root = await rootOf(canvasElement, 'user-table');
  await find(root, '[part~=row][data-id]');
  return root;
}

/** Waits until the list that was asked for is the one that is shown. */
export async function settled(root: ShadowRoot): Promise<void> {
  await waitFor(() => expect(root.host.hasAttribute('data-busy')).toBe(false));
  await find(root, '[part~=row][data-id], [part~=state]');
}

/** The row at a place in the list, from 0. */
export async function rowAt(root: ParentNode, place: number): Promise<HTMLElement> {
  return waitFor(() => {
    const rows = root.querySelectorAll<HTMLElement>('[part~=row][data-id]');
    const row = rows[place];
    if (!row) throw new Error(`There is no row ${place}.`);
    return row;
  });
}

/** Opens the roles of someone, and chooses the one at a place in the list where one is given. */
export async function roles(root: ParentNode, place: number, choose?: number): Promise<void> {
  await click(await rowAt(root, place), '[part~=role-trigger]');
  await find(root, '[part~=option]');
  if (choose === undefined) return;
  const option = root.querySelectorAll<HTMLElement>('[part~=option]')[choose];
  if (!option) throw new Error(`There is no role ${choose}.`);
  await userEvent.click(option);
}

/** Selects people by their places in the list. */
export async function select(root: ParentNode, ...places: readonly number[]): Promise<void> {
  for (const place of places) await click(await rowAt(root, place), '[part~=select]');
  await find(root, '[part~=bulk-bar]');
}

/** Opens a dialog about files. */
export async function csv(root: ParentNode, task: 'export' | 'import'): Promise<HTMLElement> {
  await click(root, '[part~=csv-button]');
  const entries = ['export', 'import'];
  await waitFor(() => expect(root.querySelectorAll('[part~=csv-entry]').length).toBeGreaterThan(0));
  const entry = root.querySelectorAll<HTMLElement>('[part~=csv-entry]')[entries.indexOf(task)];
  if (entry) await userEvent.click(entry);
  return find(root, '[part~=csv-dialog][open]');
}

/** Hands a CSV file to the dialog. */
export async function chooseFile(dialog: HTMLElement, lines: readonly string[]): Promise<void> {
  const file = new File([lines.join('\n')], 'people.csv', { type: 'text/csv' });
  await userEvent.upload(await find<HTMLInputElement>(dialog, 'input[type=file]'), file);
}

/** Waits until the first that fits can be seen: menus fade in, and what stood there first may be drawn anew. */
export async function seen(root: ParentNode, selector: string): Promise<void> {
  await find(root, selector);
  await waitFor(() => expect(root.querySelector(selector)).toBeVisible());
}

/** Waits until nothing fades any more, so that colours are what they will be. */
export async function still(root: ShadowRoot): Promise<void> {
  const passing = root
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
}

/** Pastes text into a field, as it comes from a mail or a spreadsheet. */
export async function paste(root: ParentNode, selector: string, text: string): Promise<void> {
  const field = await find(root, selector);
  field.focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  field.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
  );
}
