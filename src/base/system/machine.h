/* Which machine this process runs on. */
#ifndef NORMLAB_BASE_SYSTEM_MACHINE_H
#define NORMLAB_BASE_SYSTEM_MACHINE_H

/* Writes the name of the host, which other machines and containers may have, too; and to `machine` the boot of the machine
 * and the namespace of process numbers, without blanks: only where this is equal do equal numbers mean the same process.
 * It is "" when the system does not tell. */
void machine_identify(char host[256], char machine[96]);

#endif
