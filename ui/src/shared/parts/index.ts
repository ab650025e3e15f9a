export * from './button';
export * from './chips';
export * from './dialog';
export * from './due';
export * from './notice';
export * from './segmented';
export * from './status';
export * from './tier';
