/* Crashes of libraries for lack of memory. */
#ifndef NORMLAB_CLI_CRASH_H
#define NORMLAB_CLI_CRASH_H

/* After this call, a library that crashes right after malloc() or mmap() found no memory, or that ends the process then with
 * the exit code -1, ends it with a message and EXIT_FAILED: libhdf5, for one, uses memory that it did not get. Any other
 * crash is as it was. */
void crash_tell(void);

#endif
