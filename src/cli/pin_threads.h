/* Limits BLAS to one thread. */
#ifndef NORMLAB_CLI_PIN_THREADS_H
#define NORMLAB_CLI_PIN_THREADS_H

/* Makes BLAS use one thread, because a trial should run on one core. OpenBLAS, and libgomp in its OpenMP build, read the
 * number of threads from the environment before main() starts. So this function starts the program again, with both
 * variables set to 1. It returns when both are 1, or when the restart fails.
 *
 * The program also calls it before the libraries start, except under AddressSanitizer. Otherwise OpenBLAS would start with
 * all its threads, and would never return when it gets no memory for them. Without memory for even one thread, the program
 * ends with a message. */
void pin_threads(char **argv, char **environment);

#endif
