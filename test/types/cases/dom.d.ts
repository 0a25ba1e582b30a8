// What the declarations of this package name of the DOM; to check the DOM itself takes longer than all the rest.
interface AbortSignal {
  readonly aborted: boolean;
}
