export * from './capabilities.ts';
export * from './conformance/index.ts';
export * from './port.ts';
export * from './problem.ts';
