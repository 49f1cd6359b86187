# SPDX-License-Identifier: GPL-3.0-or-later
# Run by CPack on the folders that become packages.
cmake_minimum_required(VERSION 3.25)
execute_process(
  COMMAND ${CMAKE_CURRENT_LIST_DIR}/finish.sh
          ${CPACK_TEMPORARY_INSTALL_DIRECTORY} ${CPACK_PACKAGE_VERSION} ${CPACK_PACKAGE_CONTACT}
  COMMAND_ERROR_IS_FATAL ANY)
