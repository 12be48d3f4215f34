import { expect } from 'chai';
import { createTranslator, registerMessages, sayDecision } from '../../src/i18n/index.ts';
import fr from '../../src/i18n/locales/fr.ts';
import { presets } from '../../src/policy/presets/index.ts';

registerMessages(fr);

/** Stands for whatever a rule looks up. */
const lookedUp = (param: unknown) =>
  param instanceof Object ? 'basic' : (param as string | number);

for (const { id, roles, rules } of Object.values(presets)) {
  for (const tag of ['en', 'fr']) {
    const t = createTranslator({ tags: [tag] });

    describe(`messages: ${id} in ${tag}`, () => {
      it('say every refusal and every way out', () => {
        for (const { id: rule, reason, remedy } of rules) {
          const params = Object.entries(reason.params ?? {}).map(([name, param]) => [
            name,
            lookedUp(param),
          ]);
          const said = sayDecision(t, {
            effect: 'deny',
            reason: {
              key: reason.key,
              params: Object.fromEntries(params) as Record<string, string>,
            },
            ...(remedy && {
              remedy: remedy.kind === 'ask' ? { ...remedy, roles: ['owner'] } : remedy,
            }),
          });
          expect(t.find(`reason.${reason.key}`), `${rule}: reason.${reason.key}`).to.be.a('string');
          expect(said?.reason, rule).not.to.match(/[{}]/);
          if (remedy) expect(said?.remedy, `${rule}: ${JSON.stringify(remedy)}`).to.match(/\.$/);
          if (remedy?.kind === 'first') expect(said?.remedy, rule).not.to.contain(remedy.action);
        }
      });

      it('name every role', () => {
        for (const role of roles) expect(t.find(`role.${role.id}`), role.id).to.be.a('string');
      });
    });
  }
}
