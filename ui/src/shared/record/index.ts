export * from './actions';
export * from './evidence';
export * from './history';
export * from './links';
