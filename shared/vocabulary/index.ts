export * from './demands.ts';
export * from './facts/index.ts';
export * from './ids.ts';
export * from './paper.ts';
export * from './refusals.ts';
export * from './rules-of.ts';
export * from './typed.ts';
export * from './words.ts';
