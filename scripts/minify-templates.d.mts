import type { SourceFile, TransformerFactory } from 'typescript';

export function minifyHtml(pieces: readonly string[]): string[];
export function minifyCss(pieces: readonly string[]): string[];
export const minifyTemplates: TransformerFactory<SourceFile>;
