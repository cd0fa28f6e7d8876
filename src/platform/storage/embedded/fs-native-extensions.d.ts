/** The two functions we use; the package ships no types. */
declare module 'fs-native-extensions' {
  /** Asks the kernel for an exclusive lock on an open file; false when another descriptor holds it. */
  export function tryLock(fd: number): boolean;
  export function unlock(fd: number): void;
}
