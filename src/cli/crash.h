/* Crashes of libraries for lack of memory. */
#ifndef NORMLAB_CLI_CRASH_H
#define NORMLAB_CLI_CRASH_H

/* Some libraries crash when malloc() or mmap() finds no memory, or call exit(-1): libhdf5, for example, uses memory that it did
 * not get. After crash_tell() such a process ends with a message and EXIT_FAILED. Other crashes still end it by their
 * signal. */
void crash_tell(void);

#endif
