import { expect } from 'chai';
import { PROBLEM_KINDS } from '../../src/adapter/problem.ts';
import { REASONS } from '../../src/domain/index.ts';
import {
  actionName, createTranslator, fieldName, poolName, registerMessages, roleName, sayDecision, sayProblem, sayReason, statusName,
  userTypeName,
} from '../../src/i18n/index.ts'; // prettier-ignore
import type { SayableReason, SayableRemedy } from '../../src/i18n/index.ts';
import fr from '../../src/i18n/locales/fr.ts';

registerMessages(fr);
const en = createTranslator({ tags: ['en'] });
const french = createTranslator({ tags: ['fr'] });

const deny = (reason: SayableReason, remedy?: SayableRemedy) =>
  ({ effect: 'deny', reason, ...(remedy && { remedy }) }) as const;
const noPermission = { key: 'noPermission' };

describe('sayDecision', () => {
  it('ZM-8 says how many seats are needed and how many are free', () => {
    const noSeat = (needed: number, free: number) =>
      deny({ key: 'noSeat', params: { pool: 'licensed', needed, free } }, { kind: 'buy', pool: 'licensed' }); // prettier-ignore
    expect(sayDecision(en, noSeat(12, 7))).to.deep.equal({
      reason: 'Needs 12 Licensed seats, 7 are free.',
      remedy: 'Get more Licensed seats.',
    });
    expect(sayDecision(en, noSeat(1, 0))?.reason).to.equal('Needs a Licensed seat, none is free.');
    expect(sayDecision(french, noSeat(1, 0))?.reason).to.equal(
      'Il faut une place «\u00a0Avec licence\u00a0», aucune n’est libre.',
    );
  });

  it('ZM-6 names whom to ask, in words', () => {
    const ask = deny(noPermission, { kind: 'ask', roles: ['owner', 'admin'] });
    expect(sayDecision(en, ask)?.remedy).to.equal('Ask the owner or an admin.');
    expect(sayDecision(french, ask)?.remedy).to.equal(
      'Demandez au propriétaire ou à un administrateur.',
    );
  });

  it('names a host’s own role, and one that the host renamed, by the host’s word', () => {
    const ask = deny(noPermission, { kind: 'ask', roles: ['auditor', 'owner'] });
    const labels: Record<string, string> = { auditor: 'Auditor', owner: 'Founder' };
    expect(sayDecision(en, ask, { roleLabel: (id) => labels[id] })?.remedy).to.equal(
      'Ask someone with the role Auditor or someone with the role Founder.',
    );
  });

  it('says nothing about asking where nobody could', () => {
    const alone = deny(noPermission, { kind: 'ask', roles: [] });
    expect(sayDecision(en, alone)).to.deep.equal({ reason: 'Your role does not include this.' });
  });

  it('says what to do first', () => {
    const first = deny({ key: 'stillPending' }, { kind: 'first', action: 'invitation.resend' });
    expect(sayDecision(en, first)?.remedy).to.equal('Do this first: Resend the invitation.');
  });

  it('says where else it is done, with the link', () => {
    const t = createTranslator({
      messages: { 'elsewhere.profile': 'They do this in their profile.' },
    });
    const elsewhere = deny(
      { key: 'onlyHolder' },
      { kind: 'elsewhere', key: 'profile', href: '/me' },
    );
    expect(sayDecision(t, elsewhere)).to.deep.equal({
      reason: 'Only this person can do this.',
      remedy: 'They do this in their profile.',
      href: '/me',
    });
    expect(sayDecision(en, elsewhere)).to.deep.equal({ reason: 'Only this person can do this.' });
  });

  it('tells an answer that will come from one that only the server gives', () => {
    const unknown = { effect: 'unknown', missing: ['account.seats'] } as const;
    expect(sayDecision(en, unknown, { waiting: true })).to.deep.equal({ reason: 'Checking…' });
    expect(sayDecision(en, unknown)).to.deep.equal({ reason: 'Your server decides.' });
  });

  it('has nothing to say about what is allowed', () => {
    expect(sayDecision(en, { effect: 'allow' })).to.equal(undefined);
  });
});

describe('sayReason', () => {
  it('fills every reason completely, in every locale', () => {
    for (const [key, names] of Object.entries(REASONS)) {
      const params = Object.fromEntries(names.map((name) => [name, 3]));
      for (const t of [en, french]) expect(sayReason(t, { key, params }), key).not.to.match(/[{}]/);
    }
  });

  it('names every one of a list, and says nothing with a hole in it', () => {
    const fields = (field: string | null) => ({ key: 'fixedField', params: { field } });
    expect(sayReason(en, fields('email, password'))).to.equal(
      'Email and Password cannot be changed.',
    );
    expect(sayReason(en, fields(null))).to.equal('This is not allowed here.');
  });

  it('says a host’s own reason, and something true about one without words', () => {
    const t = createTranslator({ policy: { en: { 'reason.onCall': '{role} is on call.' } } });
    expect(sayReason(t, { key: 'onCall', params: { role: 'owner' } })).to.equal(
      'Owner is on call.',
    );
    expect(sayReason(en, { key: 'onCall' })).to.equal('This is not allowed here.');
  });
});

describe('sayProblem', () => {
  it('says every kind, and after those that a person can act on, what to do', () => {
    for (const kind of PROBLEM_KINDS) {
      for (const t of [en, french]) {
        expect(sayProblem(t, { kind }).reason, kind).to.match(/^\p{Lu}.*\.$/u);
      }
    }
    expect(sayProblem(en, { kind: 'network' })).to.deep.equal({
      reason: 'The server could not be reached.',
      remedy: 'Check your connection, then try again.',
    });
  });

  it('says when to try again', () => {
    expect(sayProblem(en, { kind: 'rate-limited', retryAfterMs: 30_000 }).remedy).to.equal(
      'Try again in 30 seconds.',
    );
    expect(sayProblem(en, { kind: 'unavailable', retryable: true }).remedy).to.equal(
      'Try again in a moment.',
    );
  });

  it('LM-6 says a known code in its own words, with the ways out', () => {
    const taken = { kind: 'conflict', code: 'email-taken', detail: 'duplicate key' };
    expect(sayProblem(en, taken)).to.deep.equal({
      reason: 'This address already has an account elsewhere.',
      remedy:
        'Only its owner can act: they ask their previous admin to remove them, or support to move the account.',
    });
  });

  it('says of an address that is taken here where to find its owner', () => {
    const fields = [{ code: 'on-account' }];
    expect(sayProblem(en, { kind: 'conflict', code: 'email-taken', fields })).to.deep.equal({
      reason: 'Someone on this account has this address already.',
      remedy: 'Search the list for them.',
    });
  });

  it('lets the server explain its own refusals, but not its failures', () => {
    const detail = 'Freeze until Monday.';
    expect(sayProblem(en, { kind: 'rule', code: 'x/freeze', detail }).reason).to.equal(detail);
    expect(sayProblem(en, { kind: 'unavailable', detail }).reason).to.equal(
      'The server is not responding.',
    );
  });

  it('gives support something to look for when nothing else is known', () => {
    expect(sayProblem(en, { kind: 'unknown', traceId: 'a1' })).to.deep.equal({
      reason: 'Something went wrong.',
      reference: 'Reference: a1',
    });
  });

  it('survives a kind that it has never heard of', () => {
    expect(sayProblem(en, { kind: 'odd' }).reason).to.equal('Something went wrong.');
  });
});

describe('names', () => {
  it('are the kit’s words for the ids of the presets', () => {
    expect(roleName(en, 'org-admin')).to.equal('Organization admin');
    expect(poolName(en, 'licensed')).to.equal('Licensed');
    expect(poolName(en, 'large-meeting')).to.equal('Large meeting');
    expect(userTypeName(french, 'on-prem')).to.equal('Sur site');
    expect(statusName(french, 'pending')).to.equal('En attente');
    expect(fieldName(en, 'jobTitle')).to.equal('Job title');
  });

  it('are the host’s label, then the id, where the kit has none', () => {
    expect(roleName(en, 'auditor', 'Auditor')).to.equal('Auditor');
    expect(roleName(en, 'auditor')).to.equal('auditor');
    expect(actionName(en, 'acme.freeze')).to.equal('acme.freeze');
  });

  it('are translated by the host before its label is used', () => {
    const t = createTranslator({ tags: ['fr'], policy: { fr: { 'role.auditor': 'Auditeur' } } });
    expect(roleName(t, 'auditor', 'Auditor')).to.equal('Auditeur');
    expect(roleName(french, 'owner', 'Founder')).to.equal('Founder');
  });
});
