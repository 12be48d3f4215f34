import { press } from '../../tools/commands.ts';
import { peoplePage, readable, rowsShown, until, type PeoplePage, type PeoplePageOptions } from '../people-page.ts'; // prettier-ignore

export const dialog = (page: PeoplePage) =>
  page.root.querySelector<HTMLDialogElement>('.csv-dialog');

export const button = (page: PeoplePage, text: string) =>
  [...dialog(page)!.querySelectorAll('button')].find((one) => readable(one).startsWith(text));

/** The dialog, opened by keyboard. */
export async function openImport(options: PeoplePageOptions = {}): Promise<PeoplePage> {
  const page = await peoplePage({ count: 30, ...options });
  await rowsShown(page);
  page.$('[part=csv-button]').focus();
  await press('Enter');
  await until(() => page.focused()?.getAttribute('role') === 'menuitem', 'the menu is open');
  await press('End', 'Enter');
  await until(() => dialog(page)?.open && page.focused()?.matches('[type=file]'), 'it is open');
  return page;
}

/** A file picker cannot be driven; what it gives can be given. */
export function choose(page: PeoplePage, content: BlobPart, name = 'people.csv'): void {
  const input = page.$<HTMLInputElement>('.csv-dialog [type=file]');
  input.files = carrying(new File([content], name)).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What a drag carries. */
export function carrying(...files: readonly File[]): DataTransfer {
  const carried = new DataTransfer();
  for (const file of files) carried.items.add(file);
  return carried;
}

export async function previewed(page: PeoplePage, content: BlobPart): Promise<void> {
  choose(page, content);
  await until(() => page.root.querySelector('.csv-dialog .counts'), 'the preview is there');
}

export const countsOf = (page: PeoplePage) => readable(page.$('.csv-dialog .counts'));
export const wrong = (page: PeoplePage) =>
  [...dialog(page)!.querySelectorAll('.mistakes li')].map(readable);
export const find = (page: PeoplePage, email: string) =>
  page.backend.dump().people.find((one) => one.email === email);

/** Sends what the preview shows. */
export async function send(page: PeoplePage): Promise<void> {
  await until(() => readable(page.focused()!).startsWith('Import '), 'Import has the focus');
  await press('Enter');
  await until(() => button(page, 'Save the report'), 'it is over');
}
