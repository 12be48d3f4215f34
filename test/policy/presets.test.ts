import { expect } from 'chai';
import { REASONS, type ReasonKey } from '../../src/domain/index.ts';
import { ACTION_SHAPES } from '../../src/domain/actions.ts';
import later from '../../src/i18n/locales/en-later.ts';
import { compilePolicy, type PolicyDocument } from '../../src/policy/index.ts';
import { presets } from '../../src/policy/presets/index.ts';

for (const [id, preset] of Object.entries<PolicyDocument>(presets)) {
  describe(`preset ${id}`, () => {
    it('has the id it is found by', () => {
      expect(preset.id).to.equal(id);
    });

    it('is plain JSON that compiles', () => {
      expect(JSON.parse(JSON.stringify(preset))).to.deep.equal(preset);
      expect(compilePolicy(preset).document).to.deep.equal(preset);
    });

    it('names its rules and seats after itself', () => {
      for (const { id: ruleId } of [...preset.rules, ...(preset.seats ?? [])])
        expect(ruleId).to.match(new RegExp(`^${id}/[a-z-]+$`));
    });

    it('gives every reason of the kit with all its parameters', () => {
      for (const { id: ruleId, reason } of preset.rules) {
        const params = REASONS[reason.key as ReasonKey] as readonly string[] | undefined;
        expect(params, `${ruleId}: ${reason.key}`).to.be.an('array');
        expect(Object.keys(reason.params ?? {}), ruleId).to.have.members([...params!]);
      }
    });

    it('has a sentence for every effect it names, of actions that there are', () => {
      for (const [action, effects] of Object.entries(preset.effects ?? {})) {
        expect(ACTION_SHAPES, action).to.have.property(action);
        for (const effect of effects) expect(later, action).to.have.property(`effect.${effect}`);
      }
    });

    it('orders its roles by rank', () => {
      const ranks = compilePolicy(preset).roles.map(({ rank }) => rank);
      expect(ranks).to.deep.equal([...ranks].sort((a, b) => b! - a!));
    });
  });
}
