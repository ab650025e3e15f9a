export * from './client';
export * from './error';
export type * from './generated';
export * from './job';
