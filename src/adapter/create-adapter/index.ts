export { createAdapter, type CreatedAdapter } from './create-adapter.ts';
export type {
  AdapterSource, Asked, BatchAnswer, BatchSource, Doing, Listing, ListSource, PeopleAsked, PeopleSource, Place, Refusal,
  SourceCommand, SourceId, SourcePaging, SourcePerson, SubaccountSource,
} from './source.ts'; // prettier-ignore
