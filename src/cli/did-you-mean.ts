export { didYouMean } from '../scopes/did-you-mean.ts';
