export * from './button';
export * from './chips';
export * from './notice';
export * from './segmented';
export * from './status';
