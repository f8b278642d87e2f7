/* Which machine this process runs on. */
#ifndef NORMLAB_BASE_SYSTEM_MACHINE_H
#define NORMLAB_BASE_SYSTEM_MACHINE_H

/* Writes the host's name, which other machines and containers may share, and to `machine` an identifier of the boot and
 * of the namespace of process numbers, without blanks. Two processes with equal numbers are the same only when their
 * `machine` is equal, too. `machine` is "" when the system does not report boot and namespace. */
void machine_identify(char host[256], char machine[96]);

#endif
