export { foldName, meantWords, nameRing, nameWords } from './name-words.js';
export { soundsOf } from './sound-of.js';
