export * from './effects.ts';
export { addEnglish } from './english.ts';
export type { Locale, MessageKey, MessageOverrides, Messages, PartialLocale } from './messages.ts';
export * from './names.ts';
export { onMessages, registerMessages, resolveLocale } from './registry.ts';
export * from './say.ts';
export * from './translator.ts';
