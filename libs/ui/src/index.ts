import './tokens.css';
import './ground.css';

export * from './banner';
export { BannerStack, OutsideStack, type BannerStackProps } from './banner-stack';
export * from './button';
export * from './card';
export * from './choices';
export * from './dialog';
export * from './empty';
export * from './field';
export * from './fold';
export * from './icon';
export * from './mark';
export * from './menu';
export * from './panel-state';
export * from './table';
export * from './tabs';
export * from './term';
