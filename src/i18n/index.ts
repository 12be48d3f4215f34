export type { Message, MessageParams, PluralMessage } from './message.ts';
export type {
  Locale,
  MessageKey,
  MessageOverrides,
  Messages,
  ParamsOf,
  PartialLocale,
} from './messages.ts';
export * from './names.ts';
export { onMessages, registerMessages, resolveLocale } from './registry.ts';
export * from './say.ts';
export * from './translator.ts';
