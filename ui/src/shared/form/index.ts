export * from './autosave';
export * from './autosave-state';
export * from './choice-card';
export * from './field-error';
export * from './meta-form';
export * from './passphrase';
export * from './passphrase-field';
export * from './record-form';
