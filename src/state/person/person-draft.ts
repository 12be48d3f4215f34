import type { ChangeData, PersonRecord } from '../../domain/index.ts';
import type { NewCommand } from '../new-command.ts';
import {
  actionOf,
  asStored,
  fieldOf,
  isAssigned,
  sameValue,
  type FieldValue,
} from './person-fields.ts';

/** A field that was edited here and changed elsewhere meanwhile. */
export interface Clash {
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
}

/** A command with the fields that it sets. */
export interface DraftCommand {
  readonly command: NewCommand;
  readonly fields: readonly string[];
}

interface Edit {
  readonly value: FieldValue;
  /** What the field held when the person at the screen last agreed to overwrite it. */
  readonly base: FieldValue;
}

/**
 * What is being edited of one person, over their record as it is known. Follows the record while it changes elsewhere: what is not
 * edited changes along, and what is edited clashes until somebody says which of the two it shall be.
 */
export class PersonDraft {
  #person: PersonRecord;
  readonly #edits = new Map<string, Edit>();

  constructor(person: PersonRecord) {
    this.#person = person;
  }

  /** The record that is edited. */
  get person(): PersonRecord {
    return this.#person;
  }

  /** Fields that differ from the record, in the order in which they were first edited. */
  get edited(): readonly string[] {
    return [...this.#edits.keys()];
  }

  isEdited(field: string): boolean {
    return this.#edits.has(field);
  }

  value(field: string): FieldValue {
    return this.#edits.get(field)?.value ?? fieldOf(this.#person, field);
  }

  /** The same where the field holds a text or one id. */
  text(field: string): string {
    const value = this.value(field);
    return typeof value === 'string' ? value : '';
  }

  /** The same where the field holds ids. */
  ids(field: string): readonly string[] {
    const value = this.value(field);
    return typeof value === 'string' ? [] : value;
  }

  /** Edits a field. What is as it was is no edit. */
  set(field: string, value: FieldValue): void {
    const held = fieldOf(this.#person, field);
    if (value === held || (typeof value !== 'string' && sameValue(value, held)))
      this.#edits.delete(field);
    else this.#edits.set(field, { value, base: this.#edits.get(field)?.base ?? held });
  }

  /** Gives up the edits of these fields, or all of them. */
  discard(fields: readonly string[] = this.edited): void {
    for (const field of fields) this.#edits.delete(field);
  }

  /**
   * Goes over to a newer record. Answers with the fields among these that changed along because they are not edited.
   *
   * @param shown the fields on the screen
   */
  follow(person: PersonRecord, shown: readonly string[] = []): readonly string[] {
    const before = this.#person;
    if (person === before) return [];
    this.#person = person;
    const followed = shown.filter(
      (field) =>
        !this.#edits.has(field) && !sameValue(fieldOf(before, field), fieldOf(person, field)),
    );
    for (const [field, { value }] of this.#edits)
      if (sameValue(value, fieldOf(person, field))) this.#edits.delete(field);
    return followed;
  }

  /** What a field holds here and elsewhere, where the two have parted; `undefined` where there is nothing to settle. */
  clash(field: string): Clash | undefined {
    const edit = this.#edits.get(field);
    const theirs = fieldOf(this.#person, field);
    return edit && !sameValue(edit.base, theirs) ? { mine: edit.value, theirs } : undefined;
  }

  /** Fields that have to be settled before anything is saved. */
  get clashes(): readonly string[] {
    return this.edited.filter((field) => this.clash(field));
  }

  /** Overwrites what somebody else has put there. */
  keepMine(field: string): void {
    const edit = this.#edits.get(field);
    if (edit) this.#edits.set(field, { value: edit.value, base: fieldOf(this.#person, field) });
  }

  takeTheirs(field: string): void {
    this.#edits.delete(field);
  }

  /**
   * One act that makes the record what the draft says: the profile as a whole, and everything that is assigned by its own
   * command. A role takes the sub-accounts along that go with it. The role comes last: it may be what the rest hangs on.
   */
  get commands(): readonly DraftCommand[] {
    const profile = this.edited.filter((field) => !isAssigned(field));
    const withRole = this.#edits.has('roleId');
    const alone = [
      'userType',
      'addons',
      'products',
      'groupId',
      'chatGroupId',
      'subaccountIds',
    ].filter((field) => this.#edits.has(field) && !(withRole && field === 'subaccountIds'));
    const role = ['roleId', 'subaccountIds'].filter((field) => this.#edits.has(field));
    return [
      ...(profile.length > 0 ? [this.#command(profile)] : []),
      ...alone.map((field) => this.#command([field])),
      ...(withRole ? [this.#command(role)] : []),
    ];
  }

  #command(fields: readonly string[]): DraftCommand {
    const { id, version } = this.#person;
    const target = { kind: 'person', id, ...(version !== undefined && { version }) } as const;
    const action = actionOf(fields[0] as string);
    const values = fields.map((field): readonly [string, FieldValue] => {
      const value = this.value(field);
      return [field, typeof value === 'string' ? asStored(value) : value];
    });
    // A field that is emptied is nothing, not an empty text.
    const cleared = values.map(([field, value]) => [field, value === '' ? null : value] as const);
    const change: ChangeData =
      action === 'user.edit'
        ? { values: Object.fromEntries(cleared) }
        : fields[0] === 'chatGroupId'
          ? { groupId: this.text('chatGroupId'), kind: 'chat' }
          : Object.fromEntries(values);
    return { command: { action, target, change }, fields };
  }
}
