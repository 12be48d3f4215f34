import { isPersonRecord } from '../../../domain/index.ts';
import type { Check } from '../check.ts';
import { ensure, skip } from '../ensure.ts';

/** Text that shows a backend's mistakes: accents, scripts, a family in one grapheme, quotes, a trailing accent. */
const TEXT = 'Zoë «Ñandú» 山田 العربية 👩‍👩‍👧 O’Brien "x" é';

export const writeChecks: readonly Check[] = [
  {
    name: 'changes-are-there-afterwards',
    promise: 'answers a change with the record as it is then, or nothing, and reads it like that',
    run: async (subject) => {
      const { person, field, valueOf } = await subject.editable();
      const value = await subject.edit(person.id, field, 'Conformance');
      try {
        const after = await subject.adapter.person(person.id);
        ensure(
          valueOf(after) === 'Conformance',
          `${field} of person() is ${JSON.stringify(valueOf(after))}`,
        );
        const row = (await subject.read({})).find(({ id }) => id === person.id);
        ensure(
          row && valueOf(row) === 'Conformance',
          `${field} in the list is not what was written`,
        );
        ensure(value === null || value.id === person.id, 'the answer is another record');
        ensure(
          value === null || !isPersonRecord(value) || valueOf(value) === 'Conformance',
          'the answer is the record as it was',
        );
      } finally {
        await subject.edit(person.id, field, valueOf(person));
      }
    },
  },
  {
    name: 'text-comes-back-as-it-was',
    promise: 'keeps text of every script, up to Unicode normalisation',
    run: async (subject) => {
      const { person, field, valueOf } = await subject.editable();
      await subject.edit(person.id, field, TEXT);
      try {
        const found = valueOf(await subject.adapter.person(person.id));
        ensure(
          found.normalize('NFC') === TEXT.normalize('NFC'),
          `${JSON.stringify(TEXT)} came back as ${JSON.stringify(found)}`,
        );
      } finally {
        await subject.edit(person.id, field, valueOf(person));
      }
    },
  },
  {
    name: 'versions-guard-changes',
    promise:
      'with `concurrency: version`, changes the version with the record and refuses an outdated one as stale',
    run: async (subject) => {
      if (subject.capabilities.concurrency !== 'version') skip('records have no version');
      const { adapter } = subject;
      const { person, field, valueOf } = await subject.editable();
      const send = (text: string, ifVersion: string | undefined) =>
        adapter.run({
          ...subject.command(
            'user.edit',
            { kind: 'person', id: person.id },
            { values: { [field]: text } },
          ),
          ...(ifVersion !== undefined && { ifVersion }),
        });
      ensure(typeof person.version === 'string' && person.version, 'a record has no version');
      await send('First', person.version);
      try {
        const after = await adapter.person(person.id);
        ensure(after.version !== person.version, 'a change left the version as it was');
        const { current } = await subject.refused('an outdated version', ['stale'], () =>
          send('Second', person.version),
        );
        ensure(
          valueOf(await adapter.person(person.id)) === 'First',
          'a stale change was done all the same',
        );
        ensure(
          !current || valueOf(current) === 'First',
          'the record that comes with stale is not the current one',
        );
        await send('Third', after.version);
      } finally {
        await send(valueOf(person), undefined);
      }
    },
  },
  {
    name: 'the-same-id-is-done-once',
    promise:
      'with `idempotency`, does a command once however often it is sent, and answers it alike',
    run: async (subject) => {
      if (!subject.capabilities.idempotency) skip('commands are not idempotent');
      const { adapter } = subject;
      const { person, field, valueOf } = await subject.editable();
      const command = subject.command(
        'user.edit',
        { kind: 'person', id: person.id },
        { values: { [field]: 'Once' } },
      );
      const first = await adapter.run(command);
      try {
        await subject.edit(person.id, field, 'Later');
        const again = await adapter.run({ ...command });
        ensure(
          valueOf(await adapter.person(person.id)) === 'Later',
          'sent again, the command was done again',
        );
        ensure(
          JSON.stringify(again) === JSON.stringify(first),
          'sent again, the command was answered differently',
        );
        const other = { ...command, change: { values: { [field]: 'Other' } } };
        await subject.refused('another command under the same id', ['conflict'], () =>
          adapter.run(other),
        );
      } finally {
        await subject.edit(person.id, field, valueOf(person));
      }
    },
  },
  {
    name: 'the-trail-tells-of-changes',
    promise: 'with `audit`, notes every change that was done, newest first',
    run: async (subject) => {
      const { adapter } = subject;
      if (!subject.capabilities.audit || !adapter.audit) return skip('there is no trail');
      const { person, field, valueOf } = await subject.editable();
      await subject.edit(person.id, field, 'Noted');
      await subject.edit(person.id, field, valueOf(person));
      const { items } = await adapter.audit({ size: 2 });
      ensure(
        items.length === 2 && items.every(({ action }) => action === 'user.edit'),
        'the last two changes are not the last two entries',
      );
      ensure(
        items.every(({ targetId }) => targetId === person.id),
        'an entry does not say whom it is about',
      );
    },
  },
];
