"""An empty Qt window that stays until it is ended, as large as Kompasskive's."""

import sys

from PySide6.QtWidgets import QApplication, QWidget

app = QApplication(sys.argv)
window = QWidget()
window.setGeometry(0, 0, 1440, 900)
window.show()
sys.exit(app.exec())
