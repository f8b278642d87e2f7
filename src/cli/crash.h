/* A message when a library crashes for lack of memory. */
#ifndef NORMLAB_CLI_CRASH_H
#define NORMLAB_CLI_CRASH_H

/* Some libraries crash or call exit(-1) when malloc() or mmap() finds no memory. libhdf5, for example, uses memory that
 * it did not get. After this call, the process then ends with a message and EXIT_FAILED. Other crashes still end it by
 * their signal. */
void crash_tell(void);

#endif
