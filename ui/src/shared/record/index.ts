export * from './actions';
export * from './evidence';
export * from './links';
