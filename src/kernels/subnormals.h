/* Subnormal numbers: those nearer to 0 than REAL_MIN. A processor may take many times as long for them as for others. */
#ifndef NORMLAB_KERNELS_SUBNORMALS_H
#define NORMLAB_KERNELS_SUBNORMALS_H

/* From subnormals_flush() to subnormals_restore(), the calling thread counts subnormal numbers as 0: those that it reads,
 * and those that it would compute. subnormals_restore() takes what subnormals_flush() returned. Both do nothing on
 * processors other than x86. */
unsigned subnormals_flush(void);
void subnormals_restore(unsigned before);

#endif
