export * from './actions';
export * from './add-link';
export * from './evidence';
export * from './history';
export * from './links';
