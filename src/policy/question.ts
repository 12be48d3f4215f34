import type { AccountFacts, Action, Change, Command, Person } from '../domain/index.ts';

/** What an action is about: a person, or anything else with an id. */
export type Target =
  | Person
  | {
      readonly id: string;
      /** `null` or absent: directly below the main account. */
      readonly parentId?: string | null;
      readonly status?: string;
      readonly organiserId?: string;
    };

/** One question to a policy: may this actor do this, to that, with this change, on an account like this? */
export interface Question {
  readonly action: Action;
  readonly actor: Person;
  readonly target?: Target;
  readonly change?: Change;
  readonly account?: AccountFacts;
  /** The change is still being filled in; what it lacks is left open. For menus and forms, never for sending. */
  readonly draft?: true;
}

/** What is known beside the command: the target's facts (a `Ref` only points at it) and the account's. */
export interface QuestionFacts {
  readonly account?: AccountFacts;
  readonly target?: Target;
  readonly draft?: true;
}

/**
 * The question a command asks. The only place that derives `fields` (the names of the values an edit
 * sets) and `count` (how many people an invitation adds).
 */
export function toQuestion(command: Command, actor: Person, facts: QuestionFacts): Question {
  const {
    people,
    values,
    transferTo: _to,
    keep: _keep,
    chatGroupId: _chatGroupId,
    until: _until,
    token: _token,
    ...given
  } = command.change ?? {};
  const change: Change = {
    ...given,
    ...(values && { fields: Object.keys(values) }),
    ...(people && { count: people.length }),
  };
  return {
    action: command.action,
    actor,
    ...(facts.target && { target: facts.target }),
    ...(command.change && { change }),
    ...(facts.account && { account: facts.account }),
    ...(facts.draft && { draft: facts.draft }),
  };
}
