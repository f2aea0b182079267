/** A system call's number on x64 and on arm64; null where it has none. */
export type Numbers = readonly [x64: number | null, arm64: number | null];

/**
 * Answered with EPERM.
 *
 * Source: asm/unistd_64.h and asm-generic/unistd.h of Linux 6.1, `fchmodat2`, `statmount` and `listmount` of 6.8.
 */
export const forbidden: Readonly<Record<string, Numbers>> = {
  // Looking into or steering other processes.
  ptrace: [101, 117],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  process_madvise: [440, 440],
  kcmp: [312, 272],
  pidfd_getfd: [438, 438],
  pidfd_open: [434, 434],
  // The tree of mounts, and namespaces.
  mount: [165, 40],
  umount2: [166, 39],
  pivot_root: [155, 41],
  chroot: [161, 51],
  unshare: [272, 97],
  setns: [308, 268],
  open_tree: [428, 428],
  move_mount: [429, 429],
  fsopen: [430, 430],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fspick: [433, 433],
  mount_setattr: [442, 442],
  statmount: [457, 457],
  listmount: [458, 458],
  // Large and young parts of the kernel that no model needs.
  bpf: [321, 280],
  perf_event_open: [298, 241],
  userfaultfd: [323, 282],
  add_key: [248, 217],
  request_key: [249, 218],
  keyctl: [250, 219],
  modify_ldt: [154, null],
  personality: [135, 92],
  vmsplice: [278, 75],
  // The machine itself: modules, restarts, swap, accounts, clocks, names, ports, logs.
  init_module: [175, 105],
  finit_module: [313, 273],
  delete_module: [176, 106],
  create_module: [174, null],
  kexec_load: [246, 104],
  kexec_file_load: [320, 294],
  reboot: [169, 142],
  swapon: [167, 224],
  swapoff: [168, 225],
  acct: [163, 89],
  quotactl: [179, 60],
  quotactl_fd: [443, 443],
  syslog: [103, 116],
  settimeofday: [164, 170],
  clock_settime: [227, 112],
  adjtimex: [159, 171],
  clock_adjtime: [305, 266],
  sethostname: [170, 161],
  setdomainname: [171, 162],
  iopl: [172, null],
  ioperm: [173, null],
  vhangup: [153, 58],
  // Files by other than their names, special files, attributes that outlive the run, watches (counted by user, not by run).
  name_to_handle_at: [303, 264],
  open_by_handle_at: [304, 265],
  mknod: [133, null],
  mknodat: [259, 33],
  setxattr: [188, 5],
  lsetxattr: [189, 6],
  fsetxattr: [190, 7],
  removexattr: [197, 14],
  lremovexattr: [198, 15],
  fremovexattr: [199, 16],
  fanotify_init: [300, 262],
  fanotify_mark: [301, 263],
  inotify_init: [253, null],
  inotify_init1: [294, 26],
  // Where memory lies.
  move_pages: [279, 239],
  mbind: [237, 235],
  set_mempolicy: [238, 237],
  set_mempolicy_home_node: [450, 450],
  migrate_pages: [256, 238],
  // System V and POSIX queues, which stay behind.
  shmget: [29, 194],
  shmat: [30, 196],
  shmctl: [31, 195],
  msgget: [68, 186],
  semget: [64, 190],
  mq_open: [240, 180],
  mq_unlink: [241, 181],
  // Left over from long ago.
  lookup_dcookie: [212, 18],
  uselib: [134, null],
  ustat: [136, null],
  sysfs: [139, null],
  _sysctl: [156, null],
  nfsservctl: [180, 42],
};

/**
 * Answered with ENOSYS, as by a kernel that lacks them, so that programs take another way: rings that do what a filter cannot
 * see, asynchronous reads (their number is one for the whole machine), memory that no limit of a process counts, and calls
 * whose arguments stand in memory, where a filter cannot look.
 */
export const absent: Readonly<Record<string, Numbers>> = {
  io_uring_setup: [425, 425],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  io_setup: [206, 0],
  memfd_create: [319, 279],
  memfd_secret: [447, 447],
  openat2: [437, 437],
  clone3: [435, 435],
};

/** Allowed or not by what they are asked for. */
export const inspected = {
  clone: [56, 220],
  socket: [41, 198],
  socketpair: [53, 199],
  ioctl: [16, 29],
  chmod: [90, null],
  fchmod: [91, 52],
  fchmodat: [268, 53],
  fchmodat2: [452, 452],
  open: [2, null],
  openat: [257, 56],
  creat: [85, null],
} as const satisfies Readonly<Record<string, Numbers>>;

/** The highest number whose call is known here; later ones are answered with ENOSYS. */
export const highestKnown = 462;
