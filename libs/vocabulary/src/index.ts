export * from './band';
export * from './shown-staff';
