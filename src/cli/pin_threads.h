/* One thread of BLAS. */
#ifndef NORMLAB_CLI_PIN_THREADS_H
#define NORMLAB_CLI_PIN_THREADS_H

/* Makes BLAS use one thread, because a trial should run on one core. OpenBLAS, and libgomp in its OpenMP build, read the
 * number of threads from the environment before main() starts. So this function starts the program again, with both
 * variables set to 1. It returns when they are, or when the restart fails.
 *
 * It is called before the libraries begin, too, where the program can do that: without memory for all its threads, OpenBLAS
 * would try for ever to get it, before main() starts. When there is none for one thread, the program ends with a message. */
void pin_threads(char **argv, char **environment);

#endif
